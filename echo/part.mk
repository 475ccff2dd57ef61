# What `make run MODULE=echo` tests.
WORKLOAD := echo
FLAGS    := --node-count 1 --time-limit 10
