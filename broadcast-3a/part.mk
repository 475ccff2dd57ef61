# What `make run MODULE=broadcast-3a` tests.
WORKLOAD := broadcast
FLAGS    := --node-count 1 --time-limit 20 --rate 10
CLAIMS   := --quiescence 0 --swarm-nodes 1-1 --swarm-faults pause
