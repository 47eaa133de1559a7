package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.proto.ProtoToken.Kind;
import java.util.HashMap;
import java.util.Map;

/// Reads an enumeration of a schema.
record ProtoEnumBody(ProtoFile file, String scope) {
  /// From its name on.
  void read() throws FormatException {
    ProtoScanner scanner = file.scanner;
    String fullName = ProtoFile.join(scope, scanner.name());
    Map<String, Integer> numbers = new HashMap<>();
    Map<Integer, String> names = new HashMap<>();
    scanner.expect("{");
    while (!scanner.pass("}")) {
      if (scanner.pass(";")) {
        continue;
      }
      String name = scanner.name();
      if (name.equals("option") && scanner.token().kind() != Kind.SIGN) {
        file.enter();
        file.option();
        file.leave();
      } else if (name.equals("reserved") && !scanner.token().isSign("=")) {
        ProtoMessageBody.skipStatement(scanner);
      } else {
        scanner.expect("=");
        int number = ProtoMessageBody.number(scanner);
        new ProtoOptions(scanner).list();
        scanner.expect(";");
        if (numbers.putIfAbsent(name, number) != null) {
          throw scanner.wrong("the value " + name + " is there twice in " + fullName);
        }
        names.putIfAbsent(number, name);
      }
    }
    if (numbers.isEmpty()) {
      throw scanner.wrong("the enumeration " + fullName + " has no values");
    }
    if (!file.schema.add(new ProtoType.Enumeration(fullName, numbers, names))) {
      throw scanner.wrong("the name " + fullName + " is given twice");
    }
  }
}
