# The JVM flags of the workbench: a part of its launcher, which starts no process here either.

# One process, that works hard: both compilers, and room for long histories. In pages of 2 MB, where
# the system has them, a simulation walks over that room in a tenth less time.
flags="-XX:+UseSerialGC -XX:+UseTransparentHugePages -Xlog:pagesize=off:stderr -Xms96m -Xmn48m -Xmx2g"

# Simulations of a few seeds are over before the slow compiler has paid for itself; of more seeds it
# compiles only what is used most, and inlines less. See README.md.
if [ "$1" = simulate ]; then
  seeds= few=200 before=
  for word in "$@"; do
    case $word in
      --seeds=*) seeds=${word#*=} ;;
      --seed | --seed=*) seeds=${seeds:-1} ;;
      --no-swarm) few=5 ;;
      *) [ "$before" != --seeds ] || seeds=$word ;;
    esac
    before=$word
  done
  if [ "${seeds:-100}" -le "$few" ] 2>/dev/null; then
    flags="$flags -XX:TieredStopAtLevel=1"
  else
    flags="$flags -XX:Tier4InvocationThreshold=25000 -XX:Tier4MinInvocationThreshold=3000"
    flags="$flags -XX:Tier4CompileThreshold=75000 -XX:Tier4BackEdgeThreshold=200000"
    flags="$flags -XX:MaxInlineLevel=6 -XX:InlineSmallCode=1000 -XX:FreqInlineSize=150"
    flags="$flags -XX:LoopUnrollLimit=20 -XX:-UseSuperWord"
  fi
fi
