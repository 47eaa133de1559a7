package dev.landwaiter.scan.run;

import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.scan.FileSelection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Keeps the files of an image that the user passes over from a visitor. A skipped folder takes
/// everything below it along.
final class SelectedFiles implements FileVisitor {
  private final FileVisitor visitor;
  private final List<Glob> files;
  private final List<Glob> folders;
  private String lastFolder = "";
  private boolean lastSkipped;

  SelectedFiles(FileVisitor visitor, FileSelection selection) throws InvalidGlobException {
    this.visitor = visitor;
    this.files = globs(selection.skipFiles());
    this.folders = globs(selection.skipDirs());
  }

  private static List<Glob> globs(List<String> patterns) throws InvalidGlobException {
    List<Glob> globs = new ArrayList<>();
    for (String pattern : patterns) {
      String relative = pattern;
      while (relative.startsWith("/") || relative.startsWith("./")) {
        relative = relative.substring(relative.indexOf('/') + 1);
      }
      while (relative.endsWith("/")) {
        relative = relative.substring(0, relative.length() - 1);
      }
      globs.add(Glob.compile(relative));
    }
    return globs;
  }

  @Override
  public boolean wants(FileEntry file) {
    return !skipped(file) && visitor.wants(file);
  }

  private boolean skipped(FileEntry file) {
    if (files.stream().anyMatch(glob -> glob.matches(file.path()))) {
      return true;
    }
    if (folders.isEmpty()) {
      return false;
    }
    String folder = file.folder();
    if (!folder.equals(lastFolder)) {
      lastFolder = folder;
      lastSkipped = below(folder);
    }
    return lastSkipped;
  }

  private boolean below(String folder) {
    for (int end = 0; end >= 0 && end < folder.length(); ) {
      int slash = folder.indexOf('/', end + 1);
      String ancestor = slash < 0 ? folder : folder.substring(0, slash);
      if (folders.stream().anyMatch(glob -> glob.matches(ancestor))) {
        return true;
      }
      end = slash;
    }
    return false;
  }

  @Override
  public void visit(TreeFile file) throws IOException {
    visitor.visit(file);
  }

  @Override
  public void tooLarge(FileEntry file, long limit) {
    visitor.tooLarge(file, limit);
  }
}
