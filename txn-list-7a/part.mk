# What `make run MODULE=txn-list-7a` tests.
WORKLOAD := txn-list-append
FLAGS    := --node-count 3 --concurrency 4n --rate 100 --time-limit 20
