# Build, run and look at the parts. "make help" lists what there is.
#
# A part is tested by real Maelstrom if it is there (MAELSTROM=path, maelstrom/maelstrom, or on the
# PATH), and by the workbench of this workspace if it is not.

SHELL := /bin/sh
.DEFAULT_GOAL := help

MODULE ?= echo
ARGS   ?=
MVN    ?= mvn

# A part's own settings: WORKLOAD, which tests it, and FLAGS, the options of that test.
-include $(MODULE)/part.mk

MODULES   := $(filter-out common workbench bench,$(patsubst %/pom.xml,%,$(wildcard */pom.xml)))
BIN       := $(MODULE)/target/$(MODULE)
WORKBENCH := workbench/target/workbench

MAELSTROM_VERSION := 0.2.4
MAELSTROM ?= $(firstword $(wildcard maelstrom/maelstrom) $(shell command -v maelstrom 2>/dev/null))

.PHONY: help new build run sim soak test debug bench diff strace chart pictures maelstrom check-module

help: ## list what there is
	@echo 'make TARGET [NAME=value ...]'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## /  \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'
	@echo
	@echo 'Modules: $(MODULES)'
	@echo 'Engine:  $(if $(MAELSTROM),Maelstrom ($(MAELSTROM)),the workbench (make maelstrom brings the real one))'

new: $(WORKBENCH) ## begin a new part: PART=my-counter WORKLOAD=name
	@test -n '$(PART)' -a '$(origin WORKLOAD)' = 'command line' || { echo 'make new PART=my-counter WORKLOAD=name' >&2; $(WORKBENCH) new --help >&2; exit 2; }
	@$(WORKBENCH) new '$(PART)' --workload '$(WORKLOAD)'

build: ## build all executables, without tests
	$(MVN) -q -DskipTests package

run: check-module $(BIN) $(if $(MAELSTROM),,$(WORKBENCH)) ## test a part: MODULE=, WORKLOAD=, ARGS= for more options
ifneq ($(strip $(MAELSTROM)),)
	@echo 'Testing $(MODULE) with Maelstrom ($(MAELSTROM))'
	'$(MAELSTROM)' test -w $(WORKLOAD) --bin $(BIN) $(FLAGS) $(ARGS)
else
	@echo 'Testing $(MODULE) with the workbench'
	$(WORKBENCH) test -w $(WORKLOAD) --bin $(BIN) $(FLAGS) $(ARGS)
endif

sim: check-module $(BIN) $(WORKBENCH) ## test a part in virtual time: MODULE=, SEEDS=100 or SEED=7, WORKLOAD=, ARGS=
	$(WORKBENCH) simulate -w $(WORKLOAD) --bin $(BIN) $(FLAGS) \
	  $(if $(SEED),--seed $(SEED)) $(if $(SEEDS),--seeds $(SEEDS)) $(ARGS)

soak: check-module $(BIN) $(WORKBENCH) ## give a node hostile lines: MODULE=, LINES=10000000, WORKLOAD=, ARGS=
	$(WORKBENCH) soak -w $(WORKLOAD) --bin $(BIN) $(FLAGS) $(if $(LINES),--lines $(LINES)) $(ARGS)

test: ## run all tests
	$(MVN) verify

debug: $(if $(MAELSTROM),,$(WORKBENCH)) ## show the results of past runs at http://127.0.0.1:8080
ifneq ($(strip $(MAELSTROM)),)
	'$(MAELSTROM)' serve --host 127.0.0.1
else
	$(WORKBENCH) serve $(ARGS)
endif

bench: ## measure how fast it all is, for some minutes: PEERS="go=/path/to/echo …", ARGS=
	$(MVN) -q -DskipTests package
	bench/target/bench $(foreach peer,$(PEERS),--peer '$(peer)') $(ARGS)

diff: ## show the difference between two parts: FROM=broadcast-3a TO=broadcast-3b
	@test -d '$(FROM)/src' -a -d '$(TO)/src' || { echo 'make diff FROM=part TO=part; the parts are: $(MODULES)' >&2; exit 2; }
	@sh tools/diff.sh '$(FROM)' '$(TO)'

strace: check-module $(BIN) ## show the reads and writes of one node of a part: MODULE=
	@command -v strace > /dev/null || { echo 'strace is not there: install it by your system'"'"'s package manager' >&2; exit 2; }
	@sh tools/strace.sh $(BIN)

chart: ## draw the chart of broadcast-3e-hub's README again, from simulated runs
	$(MVN) -q -DskipTests package -pl broadcast-3e-hub,bench -am
	java -cp bench/target/bench.jar glomers.bench.chart.TradeOff broadcast-3e-hub/target/broadcast-3e-hub broadcast-3e-hub/trade-off.svg

pictures: ## draw the pictures of all READMEs again, and write the traces that they show
	$(MVN) -q test -Dgroups=golden -Dglomers.golden=update -Dsurefire.failIfNoSpecifiedTests=false

maelstrom: ## download the official Maelstrom into maelstrom/
	curl -fL 'https://github.com/jepsen-io/maelstrom/releases/download/v$(MAELSTROM_VERSION)/maelstrom.tar.bz2' | tar -xj
	@echo 'It needs Java, gnuplot and graphviz; make run uses it from now on.'

check-module:
	@test -f '$(MODULE)/pom.xml' || { echo 'There is no module $(MODULE); there are: $(MODULES)' >&2; exit 2; }
	@test -n '$(WORKLOAD)' || { echo '$(MODULE)/part.mk must set WORKLOAD, such as WORKLOAD := echo' >&2; exit 2; }

# Maven takes seconds to find that nothing has changed; make takes none.
sources = $(shell find pom.xml packaging common/pom.xml common/src/main $(1)/pom.xml $(1)/src/main -type f 2>/dev/null)

$(BIN): $(call sources,$(MODULE))
	$(MVN) -q -DskipTests package -pl $(MODULE) -am

ifneq ($(MODULE),workbench)
$(WORKBENCH): $(call sources,workbench)
	$(MVN) -q -DskipTests package -pl workbench -am
endif
