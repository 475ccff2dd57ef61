# What `make run MODULE=kafka-5b-journal` tests.
WORKLOAD := kafka
FLAGS    := --node-count 2 --concurrency 2n --time-limit 20 --rate 1000
