# What `make run MODULE=g-counter` tests.
WORKLOAD := g-counter
FLAGS    := --node-count 3 --rate 100 --time-limit 20 --nemesis partition
