package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.policy.Document;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.UnreadException;
import dev.landwaiter.rego.RegoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Tests many files, several at once; what comes out does not depend on how many.
public final class Run {
  /// Room for documents and policies that are nested deep.
  private static final long STACK = 64L << 20;

  /// Files that make one more thread worth its start.
  private static final int WORTH_A_THREAD = 16;

  private final Checking checking;
  private final ConfigFiles files;
  private final int threads;

  public Run(Checking checking, ConfigFiles files, int threads) {
    this.checking = checking;
    this.files = files;
    this.threads = threads;
  }

  /// What came of one file.
  ///
  /// @param name as the user named it
  /// @param results none where there was trouble
  /// @param mute queries whose answers held something that is no message
  /// @param functions failures of built-in functions by their places
  /// @param unread why it could not be read
  /// @param failed why it could not be judged
  public record Outcome(
      String name,
      List<CheckResult> results,
      List<String> mute,
      Map<String, String> functions,
      Optional<UnreadException> unread,
      Optional<RegoException> failed) {
    static Outcome of(String name, Checking.Checked checked) {
      return new Outcome(
          name,
          checked.results(),
          checked.mute(),
          checked.failed(),
          Optional.empty(),
          Optional.empty());
    }

    static Outcome unread(String name, UnreadException why) {
      return new Outcome(name, List.of(), List.of(), Map.of(), Optional.of(why), Optional.empty());
    }

    static Outcome failed(String name, RegoException why) {
      return new Outcome(name, List.of(), List.of(), Map.of(), Optional.empty(), Optional.of(why));
    }
  }

  /// Tests each file on its own.
  ///
  /// @param names in the order in which results are wanted
  /// @param stdinName what standard input is reported as
  public List<Outcome> each(List<String> names, String stdinName) {
    var outcomes = new AtomicReferenceArray<Outcome>(names.size());
    var next = new AtomicInteger();
    var broken = new AtomicReference<@Nullable RuntimeException>();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < names.size(); i = next.getAndIncrement()) {
            outcomes.set(i, one(names.get(i), stdinName));
          }
        };
    Runnable guarded =
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            // A mistake of ours ends the run, wherever it shows.
            broken.set(e);
          }
        };
    int helpers = Math.min(threads - 1, names.size() / WORTH_A_THREAD);
    List<Thread> started = new ArrayList<>();
    for (int i = 0; i < helpers; i++) {
      var thread = new Thread(null, guarded, "files", STACK);
      thread.setDaemon(true);
      thread.start();
      started.add(thread);
    }
    work.run();
    List<Outcome> all = new ArrayList<>(names.size());
    try {
      for (Thread thread : started) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    RuntimeException mistake = broken.get();
    if (mistake != null) {
      throw mistake;
    }
    for (int i = 0; i < names.size(); i++) {
      Outcome outcome = outcomes.get(i);
      all.add(
          outcome == null
              ? Outcome.unread(names.get(i), new UnreadException(names.get(i) + ": interrupted"))
              : outcome);
    }
    return all;
  }

  private Outcome one(String name, String stdinName) {
    try {
      String shown = name.equals(ConfigFiles.STDIN) ? stdinName : name;
      return Outcome.of(name, checking.check(files.read(name), shown, List.of()));
    } catch (UnreadException e) {
      return Outcome.unread(name, e);
    } catch (RegoException e) {
      return Outcome.failed(name, e);
    }
  }

  /// Tests all files as one document.
  ///
  /// @return the outcomes of files that could not be read, then that of all others together
  public List<Outcome> combined(List<String> names) {
    List<Document> read = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (String name : names) {
      try {
        read.add(files.read(name));
      } catch (UnreadException e) {
        outcomes.add(Outcome.unread(name, e));
      }
    }
    if (!read.isEmpty()) {
      try {
        List<Document> items = Combining.items(read);
        outcomes.add(
            Outcome.of(Combining.NAME, checking.check(Combining.of(items), Combining.NAME, items)));
      } catch (RegoException e) {
        outcomes.add(Outcome.failed(Combining.NAME, e));
      }
    }
    return outcomes;
  }
}
