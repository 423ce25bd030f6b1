#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "load/loader.hpp"

// The example of the language's description, in files of its own under tests/golden/example_rules.
namespace vertebra::load {

inline std::vector<NamedText> example_texts() {
  std::vector<Diagnostic> problems;
  return read_folder(VERTEBRA_SOURCE_DIR "/tests/golden/example_rules", problems);
}

// The same with one piece of one file put otherwise.
inline std::vector<NamedText> example_with(std::string_view file, std::string_view piece, std::string_view instead) {
  auto texts = example_texts();
  for (NamedText& text : texts)
    if (text.name == file) text.text.replace(text.text.find(piece), piece.size(), instead);
  return texts;
}

}  // namespace vertebra::load
