package dev.landwaiter.inventory.os.ubuntu;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import java.util.List;

/// The status file of Ubuntu Pro: whether extended security maintenance is switched on.
public final class UbuntuEsm implements Analyzer {
  private static final String PATH = "var/lib/ubuntu-advantage/status.json";

  @Override
  public String id() {
    return "ubuntu-esm";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.path().equals(PATH);
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      try {
        for (Value service :
            Json.parse(file.path(), file.bytes())
                .get("services")
                .map(Value::elements)
                .orElse(List.of())) {
          if (service.text("name").equals("esm-infra")
              && service.text("status").equals("enabled")) {
            // Without a family: what comes with another name before lsb-release must not mix.
            found.add(new OperatingSystem("", "", false, "", true));
          }
        }
      } catch (FormatException e) {
        found.add(e.problem());
      }
    }
  }
}
