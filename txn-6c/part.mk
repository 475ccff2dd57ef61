# What `make run MODULE=txn-6c` tests.
WORKLOAD := txn-rw-register
FLAGS    := --node-count 2 --concurrency 2n --time-limit 20 --rate 1000 --consistency-models read-committed --availability total --nemesis partition
