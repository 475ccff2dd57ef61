# Build, run and look at the parts. "make help" lists what there is.
#
# A part is tested by real Maelstrom if it is there (MAELSTROM=path, maelstrom/maelstrom, or on the
# PATH), and by the workbench of this workspace if it is not.

SHELL := /bin/sh
.DEFAULT_GOAL := help

MODULE ?= echo
ARGS   ?=
MVN    ?= mvn

# A part's own settings: WORKLOAD, which tests it, FLAGS, the options of that test, and CLAIMS, what
# the part stands besides.
-include $(MODULE)/part.mk

MODULES   := $(filter-out common workbench bench,$(patsubst %/pom.xml,%,$(wildcard */pom.xml)))

# What runs while you develop is compiled by one call of javac and not packaged: a changed line runs
# after a second. PACKAGED := yes, in a part.mk or on the command line, runs what Maven packages.
BIN   := $(MODULE)/target/$(if $(PACKAGED),,dev/)$(MODULE)
BUILT := $(if $(PACKAGED),$(BIN),$(MODULE)/target/dev/classes)

# The workbench is packaged once. Where common has changed since, its new classes run in it.
PACKAGED_WORKBENCH := workbench/target/workbench
COMMON_CHANGED := $(shell test ! -e $(PACKAGED_WORKBENCH) || find common/src/main -type f -newer $(PACKAGED_WORKBENCH) | head -n 1)
WORKBENCH := workbench/target/$(if $(COMMON_CHANGED),dev/)workbench

MAELSTROM_VERSION := 0.2.4
MAELSTROM ?= $(firstword $(wildcard maelstrom/maelstrom) $(shell command -v maelstrom 2>/dev/null))

.PHONY: help new build run sim swarm search-power fuzz soak test times debug bench diff strace chart pictures maelstrom check-module

help: ## list what there is
	@echo 'make TARGET [NAME=value ...]'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## /  \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'
	@echo
	@echo 'Modules: $(MODULES)'
	@echo 'Engine:  $(if $(MAELSTROM),Maelstrom ($(MAELSTROM)),the workbench (make maelstrom brings the real one))'

new: $(PACKAGED_WORKBENCH) ## begin a new part: PART=my-counter WORKLOAD=name
	@test -n '$(PART)' -a '$(origin WORKLOAD)' = 'command line' || { echo 'make new PART=my-counter WORKLOAD=name' >&2; $(PACKAGED_WORKBENCH) new --help >&2; exit 2; }
	@$(PACKAGED_WORKBENCH) new '$(PART)' --workload '$(WORKLOAD)'

build: ## build all executables, without tests
	$(MVN) -q -Dmaven.test.skip package

run: check-module $(if $(MAELSTROM),,$(WORKBENCH)) $(BUILT) ## test a part: MODULE=, WORKLOAD=, ARGS= for more options
ifneq ($(strip $(MAELSTROM)),)
	@echo 'Testing $(BIN) with Maelstrom ($(MAELSTROM))'
	'$(MAELSTROM)' test -w $(WORKLOAD) --bin $(BIN) $(FLAGS) $(ARGS)
else
	@echo 'Testing $(BIN) with the workbench'
	$(WORKBENCH) test -w $(WORKLOAD) --bin $(BIN) $(FLAGS) $(ARGS)
endif

sim: check-module $(WORKBENCH) $(BUILT) ## test a part in virtual time: MODULE=, SEEDS=100 or SEED=7, WORKLOAD=, ARGS=
	$(WORKBENCH) simulate -w $(WORKLOAD) --bin $(BIN) $(FLAGS) --no-swarm \
	  $(if $(SEED),--seed $(SEED)) $(if $(SEEDS),--seeds $(SEEDS)) $(ARGS)

swarm: check-module $(WORKBENCH) $(BUILT) ## the same with settings drawn from each seed, within what the part claims
	$(WORKBENCH) simulate -w $(WORKLOAD) --bin $(BIN) $(FLAGS) --swarm $(CLAIMS) \
	  $(if $(SEED),--seed $(SEED)) $(if $(SEEDS),--seeds $(SEEDS)) $(ARGS)

search-power: ## measure how many seeds it takes to find each mutant of bench/src/test/resources/mutants
	$(MVN) -q -Pthorough test -pl bench -am -Dtest=SearchPowerTest -Dglomers.power=update -Dsurefire.failIfNoSpecifiedTests=false

fuzz: check-module $(WORKBENCH) $(BUILT) ## give a node hostile lines: MODULE=, LINES=10000000, WORKLOAD=, ARGS=
	$(WORKBENCH) fuzz -w $(WORKLOAD) --bin $(BIN) $(FLAGS) $(if $(LINES),--lines $(LINES)) $(ARGS)

soak: fuzz

# Maven would be content with a name that no test has.
REPORTS := $(MODULE)/target/surefire-reports

test: ## run all tests, or some of a module: MODULE=broadcast-3b TEST='BroadcastTest#method'
ifdef TEST
	@rm -f $(REPORTS)/TEST-*.xml
	$(MVN) -q test -pl $(MODULE) -am -Dtest='$(TEST)' -Dsurefire.failIfNoSpecifiedTests=false
	@ls $(REPORTS)/TEST-*.xml > /dev/null 2>&1 || { echo '$(MODULE) has no test that matches $(TEST): name a class, or Class#method' >&2; exit 2; }
	@echo 'Passed: the tests of $(MODULE) that match $(TEST)'
else
	$(MVN) verify
endif

times: ## show where the CPU time of the last "make test" went: by module, and the slowest classes
	@tools/times.sh

debug: $(if $(MAELSTROM),,$(WORKBENCH)) ## show the results of past runs at http://127.0.0.1:8080
ifneq ($(strip $(MAELSTROM)),)
	'$(MAELSTROM)' serve --host 127.0.0.1
else
	$(WORKBENCH) serve $(ARGS)
endif

bench: ## measure how fast it all is, for some minutes: PEERS="go=/path/to/echo …", ARGS=
	$(MVN) -q -Dmaven.test.skip package
	bench/target/bench $(foreach peer,$(PEERS),--peer '$(peer)') $(ARGS)

diff: ## show the difference between two parts: FROM=broadcast-3a TO=broadcast-3b (kafka-5c starts from kafka-5a)
	@test -d '$(FROM)/src' -a -d '$(TO)/src' || { echo 'make diff FROM=part TO=part; the parts are: $(MODULES)' >&2; exit 2; }
	@sh tools/diff.sh '$(FROM)' '$(TO)'

strace: check-module $(BUILT) ## show the reads and writes of one node of a part: MODULE=
	@command -v strace > /dev/null || { echo 'strace is not there: install it by your system'"'"'s package manager' >&2; exit 2; }
	@sh tools/strace.sh $(BIN)

chart: ## draw the chart of broadcast-3e-hub's README again, from simulated runs
	$(MVN) -q -Dmaven.test.skip package -pl broadcast-3e-hub,bench -am
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
sources = $(shell find $(foreach folder,$(1),$(folder)/pom.xml $(folder)/src/main) 2>/dev/null)
BUILD := pom.xml packaging/executable.sh packaging/launcher.sh packaging/training.jsonl
DEVELOPMENT := packaging/development.sh common/target/classpath

$(PACKAGED_WORKBENCH): $(BUILD) packaging/node.sh packaging/workbench-flags.sh common/pom.xml $(call sources,workbench)
	$(MVN) -q -Dmaven.test.skip package -pl workbench -am

# Maven's repository may have been moved or emptied since.
ifneq ($(shell cat common/target/classpath 2>/dev/null | tr ':' '\n' | while read -r jar; do test -e "$$jar" || echo gone; done),)
.PHONY: common/target/classpath
endif
common/target/classpath: pom.xml common/pom.xml
	$(MVN) -q generate-resources -pl common

common/target/dev/classes: $(DEVELOPMENT) $(call sources,common)
	@packaging/development.sh common

workbench/target/dev/workbench: $(PACKAGED_WORKBENCH) common/target/dev/classes
	@packaging/development.sh workbench

ifeq ($(filter common workbench,$(MODULE)),)
$(MODULE)/target/$(MODULE): $(BUILD) $(call sources,common $(MODULE))
	$(MVN) -q -Dmaven.test.skip package -pl $(MODULE) -am

$(MODULE)/target/dev/classes: $(BUILD) $(DEVELOPMENT) common/target/dev/classes $(call sources,$(MODULE))
	@packaging/development.sh $(MODULE)
endif
