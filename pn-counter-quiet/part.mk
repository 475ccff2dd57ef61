# What `make run MODULE=pn-counter-quiet` tests; it is valid with WORKLOAD=g-counter, too.
WORKLOAD := pn-counter
FLAGS    := --node-count 3 --rate 100 --time-limit 20 --nemesis partition
CLAIMS   := --quiescence 0 --loss-window 5 --swarm-nodes 1-7 --swarm-latency 1500 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause,kill
