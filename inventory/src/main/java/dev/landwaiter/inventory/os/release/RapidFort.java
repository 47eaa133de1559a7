package dev.landwaiter.inventory.os.release;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;

/// The mark that RapidFort's curated images carry; its presence alone counts.
public final class RapidFort implements Analyzer {
  @Override
  public String id() {
    return "rapidfort";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.path().equals("usr/share/rapidfort/curated.json");
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    if (!files.files().isEmpty()) {
      found.add(new OperatingSystem("", "", false, "rapidfort", false));
    }
  }
}
