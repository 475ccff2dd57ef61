# What `make run MODULE=unique-ids` tests.
WORKLOAD := unique-ids
FLAGS    := --node-count 3 --time-limit 30 --rate 1000 --availability total --nemesis partition
CLAIMS   := --quiescence 0 --swarm-nodes 1-5 --swarm-latency 1500 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause,kill
