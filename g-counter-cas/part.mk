# What `make run MODULE=g-counter-cas` tests.
WORKLOAD := g-counter
FLAGS    := --node-count 3 --rate 100 --time-limit 20 --nemesis partition
