package dev.landwaiter.inventory.lang.python;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.lang.archive.ArchiveBudget;
import dev.landwaiter.inventory.lang.archive.ArchiveEntry;
import dev.landwaiter.inventory.lang.archive.ArchiveException;
import dev.landwaiter.inventory.lang.archive.ZipArchive;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Python packages in one ZIP file, the form before wheels (project reference, inventory, 17).
public final class PythonEgg implements Analyzer {
  private static final int LIMIT = 10 << 20;

  @Override
  public String id() {
    return "python-egg";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.path().endsWith(".egg");
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      try {
        read(file, found);
      } catch (ArchiveException e) {
        found.add(Problem.in(file.path(), e.reason()));
      }
    }
  }

  private void read(TreeFile file, Observations found) throws ArchiveException {
    ZipArchive egg = ZipArchive.open(ByteBuffer.wrap(file.bytes()), new ArchiveBudget());
    for (ArchiveEntry entry : egg.entries()) {
      if (entry.name().equals("EGG-INFO/PKG-INFO")) {
        String headers = StandardCharsets.UTF_8.decode(egg.read(entry, LIMIT)).toString();
        MetadataHeaders.parse(headers)
            .toPackage(file.path(), id())
            .ifPresentOrElse(
                one ->
                    found.add(new Application(LanguageType.PYTHON_PKG, file.path(), List.of(one))),
                () -> found.add(Problem.in(file.path(), "names no package and version")));
        return;
      }
    }
  }
}
