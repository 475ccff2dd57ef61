# What `make run MODULE=txn-list-7a` tests.
WORKLOAD := txn-list-append
FLAGS    := --node-count 3 --concurrency 4n --rate 100 --time-limit 20
CLAIMS   := --quiescence 0 --swarm-nodes 1-5 --swarm-latency 100 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause,kill,store-slow,store-lost
