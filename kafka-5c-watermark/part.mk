# What `make run MODULE=kafka-5c-watermark` tests.
WORKLOAD := kafka
FLAGS    := --node-count 2 --concurrency 2n --time-limit 20 --rate 1000
