package dev.landwaiter.inventory.run;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.Observations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Leads the analyzers over the files of one layer or directory. Used by one thread, once.
public final class AnalysisPass implements FileVisitor {
  /// Bytes that the files kept for one analyzer may have together.
  private static final long TOGETHER_LIMIT = 256L << 20;

  private final List<Analyzer> alone;
  private final Map<Analyzer, TreeMap<String, TreeFile>> together = new LinkedHashMap<>();
  private final Map<Analyzer, Long> kept = new LinkedHashMap<>();
  private final Finds finds;

  /// A pass that does everything itself.
  public AnalysisPass(List<Analyzer> analyzers) {
    this(analyzers, SideWork.none());
  }

  /// @param side where files are put that others may look at
  public AnalysisPass(List<Analyzer> analyzers, SideWork side) {
    finds = new Finds(side);
    alone = analyzers.stream().filter(a -> !a.together()).toList();
    for (Analyzer analyzer : analyzers) {
      if (analyzer.together()) {
        together.put(analyzer, new TreeMap<>());
      }
    }
  }

  @Override
  public boolean wants(FileEntry file) {
    for (Analyzer analyzer : alone) {
      if (analyzer.wants(file)) {
        return true;
      }
    }
    for (Analyzer analyzer : together.keySet()) {
      if (analyzer.wants(file)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void visit(TreeFile file) {
    List<Analyzer> wanting = alone.stream().filter(a -> a.wants(file.entry())).toList();
    if (!wanting.isEmpty()) {
      finds.add(file.bytes().length, found -> analyze(wanting, file, found));
    }
    together.forEach((analyzer, files) -> {
      if (analyzer.wants(file.entry())) {
        keep(analyzer, files, file);
      }
    });
  }

  private static void analyze(List<Analyzer> analyzers, TreeFile file, Observations found) {
    for (Analyzer analyzer : analyzers) {
      var single = new TreeMap<String, TreeFile>();
      single.put(file.path(), file);
      analyzer.analyze(new FileTree(single), found);
    }
  }

  private void keep(Analyzer analyzer, Map<String, TreeFile> files, TreeFile file) {
    long sum = kept.merge(analyzer, (long) file.bytes().length, Long::sum);
    if (sum > TOGETHER_LIMIT) {
      add(
          Problem.in(
              file.path(),
              "not examined: the files for "
                  + analyzer.id()
                  + " exceed "
                  + TOGETHER_LIMIT
                  + " bytes together"));
    } else {
      files.put(file.path(), file);
    }
  }

  @Override
  public void tooLarge(FileEntry file, long limit) {
    add(
        Problem.in(
            file.path(),
            "not examined: %d bytes exceed the limit of %d for one file"
                .formatted(file.size(), limit)));
  }

  private void add(Problem problem) {
    finds.addNow(found -> found.add(problem));
  }

  /// Runs the analyzers that wanted their files together and returns everything found.
  ///
  /// @param others problems of the walk itself, to be kept with the rest
  public LayerInventory finish(List<Problem> others) {
    // First, while others look at what was put aside.
    var last = Observations.of(this::analyzeTogether);
    Observations found = finds.all();
    others.forEach(found::add);
    found.addAll(last);
    return Finishing.of(found.toInventory());
  }

  private void analyzeTogether(Observations found) {
    for (Map.Entry<Analyzer, TreeMap<String, TreeFile>> entry :
        new ArrayList<>(together.entrySet())) {
      if (!entry.getValue().isEmpty()) {
        entry.getKey().analyze(new FileTree(entry.getValue()), found);
      }
    }
  }
}
