// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Numbers of the ELF format (System V ABI, and GNU's additions), as <elf.h> names them where there is one.
namespace Sonde::Agent::Elf {

enum Identification { ClassByte = 4, DataByte = 5, AbiByte = 7, Class64 = 2, DataBig = 2 };
enum FileType { Relocatable = 1, Executable = 2, SharedObject = 3, Core = 4 };

enum SegmentType : unsigned {
    Load = 1,
    Dynamic = 2,
    Interpreter = 3,
    Note = 4,
    GnuStack = 0x6474e551,
    GnuRelro = 0x6474e552
};
enum SegmentFlag { SegmentExecutes = 1, SegmentWrites = 2 };

enum SectionType { NoSection = 0, SymbolTable = 2, StringTable = 3, NoBits = 8 };
enum SectionFlag { SectionWrites = 1, SectionAllocates = 2, SectionExecutes = 4 };
constexpr unsigned IndexElsewhere = 0xffff;

enum DynamicTag : unsigned {
    EndOfTags = 0,
    Needed = 1,
    StringTableAddress = 5,
    StringTableSize = 10,
    SoName = 14,
    RPath = 15,
    BindNow = 24,
    RunPath = 29,
    Flags = 30,
    Flags1 = 0x6ffffffb
};
constexpr unsigned FlagBindNow = 8;
constexpr unsigned Flag1Now = 1;
constexpr unsigned Flag1Pie = 0x08000000;

constexpr unsigned GnuBuildId = 3; ///< a note's type

} // namespace Sonde::Agent::Elf
