package dev.landwaiter.dockerfile.pragma;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The pragmas of a file at work; remembers which of them were of use.
public final class Suppressions {
  /// A pragma and which of its ids suppressed something.
  private record Entry(Pragma pragma, BitSet used) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Integer, List<Entry>> byLine = new HashMap<>();
  private final TreeMap<Integer, List<Entry>> stages = new TreeMap<>();
  private final Map<String, List<Entry>> everywhere = new HashMap<>();
  private final LocalDate today;

  /// @param instructions of the file, in order
  /// @param today pragmas whose day has passed do nothing
  public Suppressions(List<Pragma> pragmas, List<Instruction> instructions, LocalDate today) {
    this.today = today;
    if (pragmas.isEmpty()) {
      return;
    }
    for (Instruction each : instructions) {
      if (each instanceof Instruction.From) {
        stages.put(each.line(), new ArrayList<>());
      }
    }
    for (Pragma each : pragmas) {
      if (each.kind() != Pragma.Kind.SHELL) {
        var entry = new Entry(each, new BitSet());
        entries.add(entry);
        if (!each.expired(today)) {
          place(entry, instructions);
        }
      }
    }
  }

  private void place(Entry entry, List<Instruction> instructions) {
    Pragma pragma = entry.pragma();
    switch (pragma.kind()) {
      case NEXT_LINE -> at(byLine, pragma.line() + 1).add(entry);
      case STAGE -> at(stages, pragma.line() + 1).add(entry);
      case FILE ->
          pragma
              .ids()
              .forEach(id -> everywhere.computeIfAbsent(id, i -> new ArrayList<>()).add(entry));
      case INSTRUCTION -> {
        int next = next(instructions, pragma.line());
        if (next < instructions.size()) {
          at(byLine, instructions.get(next).line()).add(entry);
        }
      }
      case SHELL -> throw new IllegalStateException("suppresses nothing");
    }
  }

  private static List<Entry> at(Map<Integer, List<Entry>> map, int line) {
    return map.computeIfAbsent(line, l -> new ArrayList<>());
  }

  /// Index of the first instruction behind a line.
  private static int next(List<Instruction> instructions, int line) {
    int low = 0;
    int high = instructions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (instructions.get(middle).line() <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The pragma that suppresses a finding under its id or an alias, if any.
  public Optional<Pragma> find(Finding finding) {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Optional<Pragma> found = find(finding, finding.id());
    for (String each : finding.aliases()) {
      Optional<Pragma> other = find(finding, each);
      found = found.or(() -> other);
    }
    return found;
  }

  private Optional<Pragma> find(Finding finding, String id) {
    Optional<Pragma> line = use(byLine.getOrDefault(finding.line(), List.of()), id);
    var below = stages.lowerEntry(finding.line());
    Optional<Pragma> stage = below == null ? Optional.empty() : use(below.getValue(), id);
    Optional<Pragma> file = use(everywhere.getOrDefault(id, List.of()), id);
    return line.or(() -> stage).or(() -> file);
  }

  private static Optional<Pragma> use(List<Entry> entries, String id) {
    Optional<Pragma> found = Optional.empty();
    for (Entry each : entries) {
      int index = each.pragma().ids().indexOf(id);
      if (index >= 0) {
        each.used().set(index);
        found = found.or(() -> Optional.of(each.pragma()));
      }
    }
    return found;
  }

  /// The pragmas that were of no use so far, in file order.
  public List<UnusedPragma> unused() {
    var unused = new ArrayList<UnusedPragma>();
    for (Entry each : entries) {
      Pragma pragma = each.pragma();
      var ids = new ArrayList<String>();
      for (int i = 0; i < pragma.ids().size(); i++) {
        if (!each.used().get(i)) {
          ids.add(pragma.ids().get(i));
        }
      }
      if (!ids.isEmpty()) {
        unused.add(new UnusedPragma(pragma, ids, pragma.expired(today)));
      }
    }
    return unused;
  }
}
