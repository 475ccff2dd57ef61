# What `make run MODULE=broadcast-3b` tests.
WORKLOAD := broadcast
FLAGS    := --node-count 5 --time-limit 20 --rate 10
CLAIMS   := --quiescence 0 --swarm-nodes 1-9 --swarm-latency 1500 --swarm-faults duplicate,reorder,slow,pause
