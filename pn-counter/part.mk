# What `make run MODULE=pn-counter` tests; `make run MODULE=pn-counter WORKLOAD=g-counter` is valid,
# too.
WORKLOAD := pn-counter
FLAGS    := --node-count 3 --rate 100 --time-limit 20 --nemesis partition
CLAIMS   := --quiescence 8 --loss-window 3 --swarm-nodes 1-7 --swarm-latency 1500 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause,kill
