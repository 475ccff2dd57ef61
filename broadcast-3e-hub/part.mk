# What `make run MODULE=broadcast-3e-hub` tests.
WORKLOAD := broadcast
FLAGS    := --node-count 25 --time-limit 20 --rate 100 --latency 100
