# What `make run MODULE=g-counter` tests.
WORKLOAD := g-counter
FLAGS    := --node-count 3 --rate 100 --time-limit 20 --nemesis partition
CLAIMS   := --quiescence 7 --loss-window 6 --swarm-nodes 1-7 --swarm-latency 1500 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause,store-slow,store-lost,kill
