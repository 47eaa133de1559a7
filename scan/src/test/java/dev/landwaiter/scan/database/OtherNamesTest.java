package dev.landwaiter.scan.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.vulnerability.DatabaseInfo;
import dev.landwaiter.vulnerability.store.EmbeddedDatabase;
import dev.landwaiter.vulnerability.store.IndexInfo;
import dev.landwaiter.vulnerability.store.IndexWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherNamesTest {
  @TempDir Path folder;

  private DatabaseInfo index(String... vendorIds) throws IOException {
    var writer = new IndexWriter();
    for (int i = 0; i < vendorIds.length; i++) {
      String json = "{\"FixedVersion\":\"1\",\"VendorIDs\":[\"%s\"]}".formatted(vendorIds[i]);
      writer.accept("debian 12", "bash", "CVE-" + i, json.getBytes(StandardCharsets.UTF_8));
    }
    byte[] reference = "{\"References\":[\"DSA-9-1\"]}".getBytes(StandardCharsets.UTF_8);
    writer.accept("vulnerability", "", "CVE-0", reference);
    Path file = folder.resolve("x.idx");
    writer.write(file, new IndexInfo(Instant.EPOCH, List.of(), List.of()));
    return new DatabaseInfo(
        "index", file.toString(), 1, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void findsTheVulnerabilitiesOfAnAdvisory() throws IOException {
    DatabaseInfo index = index("DSA-1-1", "DSA-2-1", "DSA-1-1");
    assertThat(OtherNames.of(index, "DSA-1-1")).containsExactly("CVE-0", "CVE-2");
    assertThat(OtherNames.of(index, "dsa-2-1")).containsExactly("CVE-1");
    assertThat(OtherNames.of(index, "DSA-1")).isEmpty();
    assertThat(OtherNames.of(index, "DSA-9-1")).isEmpty();
  }

  @Test
  void theBuiltInOneKnowsNone() {
    assertThat(OtherNames.of(EmbeddedDatabase.open().info(), "DSA-1-1")).isEmpty();
  }
}
