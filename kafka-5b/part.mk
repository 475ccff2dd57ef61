# What `make run MODULE=kafka-5b` tests.
WORKLOAD := kafka
FLAGS    := --node-count 2 --concurrency 2n --time-limit 20 --rate 1000
CLAIMS   := --quiescence 0 --swarm-nodes 1-5 --swarm-latency 100 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause,kill,store-slow,store-lost
