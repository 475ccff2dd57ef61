# What `make run MODULE=broadcast-3e` tests.
WORKLOAD := broadcast
FLAGS    := --node-count 25 --time-limit 20 --rate 100 --latency 100
CLAIMS   := --quiescence 0 --swarm-nodes 1-9 --swarm-latency 300 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause
