# What `make run MODULE=broadcast-3c` tests.
WORKLOAD := broadcast
FLAGS    := --node-count 5 --time-limit 20 --rate 10 --nemesis partition
