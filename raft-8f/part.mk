# What `make run MODULE=raft-8f` tests.
WORKLOAD := txn-list-append
FLAGS    := --node-count 3 --concurrency 4n --rate 100 --time-limit 20 --consistency-models strict-serializable --nemesis kill,partition --nemesis-interval 5
CLAIMS   := --quiescence 40 --swarm-nodes 1-5 --swarm-latency 50 --swarm-faults partition,one-way-partition,loss,duplicate,reorder,slow,pause,kill,power,disk,clock
