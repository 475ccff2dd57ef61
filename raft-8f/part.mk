# What `make run MODULE=raft-8f` tests.
WORKLOAD := txn-list-append
FLAGS    := --node-count 3 --concurrency 4n --rate 100 --time-limit 20 --consistency-models strict-serializable --nemesis kill,partition --nemesis-interval 5
