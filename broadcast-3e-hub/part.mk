# What `make run MODULE=broadcast-3e-hub` tests.
WORKLOAD := broadcast
FLAGS    := --node-count 25 --time-limit 20 --rate 100 --latency 100
CLAIMS   := --quiescence 1.3 --loss-window 8 --swarm-nodes 1-25 --swarm-latency 1500 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause,kill
