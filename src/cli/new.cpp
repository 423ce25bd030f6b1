#include <filesystem>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/starter.hpp"

namespace vertebra::cli {
namespace {

namespace fs = std::filesystem;

const Usage& usage() {
  static const Usage text{
      "new",
      "Writes a small rule set that passes every check, to start from, and a patient to try it with. The folder must "
      "be\n"
      "empty or not there yet.",
      {{"id", "ID", "the id of its vocabulary, such as my_rules", true}},
      "vertebra new rules/my_rules --id my_rules",
      "FOLDER",
  };
  return text;
}

std::string with_id(std::string_view text, std::string_view id) {
  constexpr std::string_view mark = "{id}";
  std::string result{text};
  for (std::size_t at = 0; (at = result.find(mark, at)) != std::string::npos; at += id.size())
    result.replace(at, mark.size(), id);
  return result;
}

Reply write_files(const std::string& folder, const std::string& id) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return wrong_use(program_name(usage()), "`" + folder + "` cannot be made: " + error.message());
  Reply reply;
  for (const StarterFile& file : starter_files()) {
    const std::string path = (fs::path{folder} / file.name).generic_string();
    if (const auto problem = write_file(path, with_id(file.text, id))) return refused({*problem});
    reply.out += path + "\n";
  }
  return reply;
}

std::string next_steps(const std::string& folder) {
  return "\nNext:\n  vertebra check --rules " + folder + "\n  echo 'sore_throat: yes' | vertebra evaluate --rules " +
         folder + " --patient -\n";
}

Reply make(const Arguments& arguments) {
  if (arguments.rest().size() != 1)
    return wrong_use(program_name(usage()), "one folder is to be made", "give a folder that is not there yet");
  const std::string& folder = arguments.rest().front();
  const std::string id = arguments.get("id");
  if (!is_id(id))
    return wrong_use(program_name(usage()), "`" + id + "` is not an id",
                     "use lower-case letters, digits and `_`, and begin with a letter");
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error))
    return wrong_use(program_name(usage()), "`" + folder + "` is there already and is not an empty folder",
                     "choose another folder: nothing is overwritten");
  Reply reply = write_files(folder, id);
  if (reply.exit == Exit::done) reply.out += next_steps(folder);
  return reply;
}

}  // namespace

Reply run_new(const Words& words) { return run_command(usage(), words, make); }

}  // namespace vertebra::cli
