# What `make run MODULE=broadcast-3a` tests.
WORKLOAD := broadcast
FLAGS    := --node-count 1 --time-limit 20 --rate 10
