# What `make run MODULE=echo` tests.
WORKLOAD := echo
FLAGS    := --node-count 1 --time-limit 10
CLAIMS   := --quiescence 0 --swarm-nodes 1-3 --swarm-latency 1500 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause,kill
