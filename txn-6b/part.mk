# What `make run MODULE=txn-6b` tests.
WORKLOAD := txn-rw-register
FLAGS    := --node-count 2 --concurrency 2n --time-limit 20 --rate 1000 --consistency-models read-uncommitted --availability total --nemesis partition
CLAIMS   := --quiescence 0 --swarm-nodes 1-5 --swarm-latency 300 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause
