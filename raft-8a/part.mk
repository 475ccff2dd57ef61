# What `make run MODULE=raft-8a` tests.
WORKLOAD := lin-kv
FLAGS    := --node-count 3 --concurrency 4n --rate 30 --time-limit 20
