package dev.landwaiter.policy.gatekeeper.cel.check;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.landwaiter.policy.gatekeeper.cel.function.Functions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The functions of Kubernetes as the type checker knows them.
final class Declarations {
  private Declarations() {}

  static List<CelFunctionDecl> all() {
    Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    for (String line : Functions.declarations()) {
      List<String> words = new ArrayList<>(List.of(line.strip().split(" ", -1)));
      String name = words.getFirst();
      boolean member = words.remove(".");
      CelType result = TypeTexts.read(words.getLast());
      List<CelType> parameters =
          words.subList(1, words.size() - 2).stream().map(TypeTexts::read).toList();
      String id = "landwaiter_" + String.join("_", words);
      overloads
          .computeIfAbsent(name, _ -> new ArrayList<>())
          .add(
              member
                  ? CelOverloadDecl.newMemberOverload(id, result, parameters)
                  : CelOverloadDecl.newGlobalOverload(id, result, parameters));
    }
    List<CelFunctionDecl> all = new ArrayList<>();
    overloads.forEach((name, list) -> all.add(CelFunctionDecl.newFunctionDeclaration(name, list)));
    return all;
  }
}
