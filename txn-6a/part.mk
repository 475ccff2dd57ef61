# What `make run MODULE=txn-6a` tests.
WORKLOAD := txn-rw-register
FLAGS    := --node-count 1 --time-limit 20 --rate 1000 --concurrency 2n --consistency-models read-uncommitted --availability total
CLAIMS   := --quiescence 0 --swarm-nodes 1-1 --swarm-faults pause
