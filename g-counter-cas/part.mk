# What `make run MODULE=g-counter-cas` tests.
# It claims nothing: a sequential store may answer its reads from the past for ever.
WORKLOAD := g-counter
FLAGS    := --node-count 3 --rate 100 --time-limit 20 --nemesis partition
