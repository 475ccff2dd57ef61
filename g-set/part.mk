# What `make run MODULE=g-set` tests.
WORKLOAD := g-set
FLAGS    := --node-count 3 --rate 100 --time-limit 20 --nemesis partition
