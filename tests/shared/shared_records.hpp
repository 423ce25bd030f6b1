#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vertebra::shared {

std::filesystem::path data_folder();

// The text of a file, unpacked where it is gzip.
std::string text_of(const std::filesystem::path& path);

// The files of a folder of the shared data (and the folders in it) with one of these endings, packed or not, by name.
std::vector<std::filesystem::path> records_in(std::string_view folder, std::string_view ending = ".json");

}  // namespace vertebra::shared
