# What `make run MODULE=kafka-5c` tests.
WORKLOAD := kafka
FLAGS    := --node-count 2 --concurrency 2n --time-limit 20 --rate 1000
CLAIMS   := --quiescence 0 --swarm-nodes 1-5 --swarm-latency 1500 --swarm-faults partition,one-way-partition,loss,reorder,slow,pause
