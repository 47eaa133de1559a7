package dev.landwaiter.inventory.database.rpm;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.PackageDatabase;
import dev.landwaiter.inventory.database.Budget;
import dev.landwaiter.inventory.database.DatabaseException;
import dev.landwaiter.inventory.database.sqlite.SqliteFile;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The package databases of rpm, recognised by content. Of several in one folder, as upgraded
/// systems have them, the newest format counts.
public final class RpmDatabase implements Analyzer {
  private static final List<String> FOLDERS =
      List.of("usr/lib/sysimage/rpm", "var/lib/rpm", "usr/share/rpm");
  private static final List<String> NAMES = List.of("rpmdb.sqlite", "Packages.db", "Packages");
  private static final String LOG = "rpmdb.sqlite-wal";

  /// Damaged entries of one database that are told one by one; a file full of them tells no more.
  private static final int PROBLEM_LIMIT = 20;

  @Override
  public String id() {
    return "rpm";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return FOLDERS.contains(file.folder())
        && (NAMES.contains(file.name()) || file.name().equals(LOG));
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (String folder : FOLDERS) {
      for (String name : NAMES) {
        Optional<TreeFile> file = files.file(folder + "/" + name);
        if (file.isPresent() && readAny(file.orElseThrow(), files, found)) {
          break;
        }
      }
    }
  }

  /// Whether the file is a database with packages, so that older ones beside it do not count.
  private boolean readAny(TreeFile file, FileTree files, Observations found) {
    var reading = new Reading();
    try {
      MemorySegment content = MemorySegment.ofArray(file.bytes());
      if (SqliteFile.isSqlite(content)) {
        byte[] log =
            files.file(file.entry().folder() + "/" + LOG).map(TreeFile::bytes).orElse(new byte[0]);
        SqliteFile.open(content, MemorySegment.ofArray(log))
            .scan("Packages", row -> reading.header(row.cell(1).bytes()));
      } else if (Ndb.isNdb(file.bytes())) {
        Ndb.read(file.bytes(), reading);
      } else if (BerkeleyDb.isBerkeleyDb(file.bytes())) {
        BerkeleyDb.read(file.bytes(), reading);
      } else {
        throw new DatabaseException("it has none of the forms of an rpm database");
      }
    } catch (DatabaseException e) {
      reading.damaged(e.what());
    }
    reading.messages.forEach(
        message -> found.add(Problem.in(file.path(), "the rpm database is damaged: " + message)));
    if (!reading.packages.isEmpty()) {
      found.add(new PackageDatabase(file.path(), reading.resolved()));
    }
    return !reading.packages.isEmpty();
  }

  /// What has been read of one database so far.
  private final class Reading implements HeaderVisitor {
    private final List<RpmPackage> packages = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final Budget budget = new Budget();

    @Override
    public void header(byte[] blob) {
      try {
        packages.add(RpmPackage.of(Header.parse(blob), budget, id()));
      } catch (DatabaseException e) {
        damaged(e.what());
      }
    }

    @Override
    public void damaged(String message) {
      if (messages.size() < PROBLEM_LIMIT) {
        messages.add(message);
      } else if (messages.size() == PROBLEM_LIMIT) {
        messages.add("more entries than the " + PROBLEM_LIMIT + " told here");
      }
    }

    private List<dev.landwaiter.base.finding.Package> resolved() {
      Map<String, String> idByProvided = new HashMap<>();
      for (RpmPackage one : packages) {
        one.provides().forEach(name -> idByProvided.put(name, one.found().id()));
      }
      return packages.stream().map(one -> one.resolved(idByProvided)).toList();
    }
  }
}
