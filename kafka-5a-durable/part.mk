# What `make run MODULE=kafka-5a-durable` tests.
WORKLOAD := kafka
FLAGS    := --node-count 1 --concurrency 2n --time-limit 20 --rate 1000
CLAIMS   := --quiescence 0 --swarm-nodes 1-1 \
            --swarm-faults pause,kill,power,disk,corruption,clock
