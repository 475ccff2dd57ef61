# What `make run MODULE=raft-8d-snapshots` tests.
WORKLOAD := lin-kv
FLAGS    := --node-count 3 --concurrency 4n --rate 30 --time-limit 20 --nemesis kill,partition --nemesis-interval 5
CLAIMS   := --quiescence 40 --swarm-nodes 1-5 --swarm-latency 50 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause,kill,power,disk,clock
