# What `make run MODULE=broadcast-3c` tests.
WORKLOAD := broadcast
FLAGS    := --node-count 5 --time-limit 20 --rate 10 --nemesis partition
CLAIMS   := --quiescence 0 --swarm-nodes 1-9 --swarm-latency 300 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause
