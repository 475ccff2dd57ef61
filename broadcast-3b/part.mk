# What `make run MODULE=broadcast-3b` tests.
WORKLOAD := broadcast
FLAGS    := --node-count 5 --time-limit 20 --rate 10
