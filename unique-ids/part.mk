# What `make run MODULE=unique-ids` tests.
WORKLOAD := unique-ids
FLAGS    := --node-count 3 --time-limit 30 --rate 1000 --availability total --nemesis partition
