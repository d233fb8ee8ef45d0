using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Lets TorchSharp's native library load on an older libstdc++, where that is safe.</summary>
/// <remarks>
/// Compilers since GCC 13 put a marker, <c>_ZSt21ios_base_library_initv</c> of version GLIBCXX_3.4.32, into what they
/// build. Nothing calls it, yet the loader refuses the library where libstdc++ is older (Debian 12, Ubuntu 22.04).
/// The output is a copy in which that version is weak: wanted, not required. It is a link to the original where the
/// system's libstdc++ has all versions. A library that needs more than the marker from a version that the system
/// lacks is an error. Source: System V ABI, chapters 4 and 5; Linux Standard Base 5.0, section 10.7 (symbol versions).
/// </remarks>
public sealed class PrepareLibTorchSharp : Task
{
    private const string Marker = "_ZSt21ios_base_library_initv";
    private const string Family = "GLIBCXX_";
    private const int Weak = 2; // VER_FLG_WEAK

    /// <summary>The library as the package has it.</summary>
    [Required]
    public string Library { get; set; }

    /// <summary>Where the library that can be loaded here is put.</summary>
    [Required]
    public string Output { get; set; }

    /// <summary>The system's libstdc++; found in this process, which uses it, if not given.</summary>
    public string SystemLibrary { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            byte[] image = File.ReadAllBytes(Library);
            List<int> flags = FlagsToWeaken(image);
            if (File.Exists(Output) || Directory.Exists(Path.GetDirectoryName(Output)))
            {
                File.Delete(Output);
            }

            if (flags.Count == 0)
            {
                return Link();
            }

            foreach (int flag in flags)
            {
                image[flag] |= Weak;
            }

            File.WriteAllBytes(Output, image);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException || e is UnauthorizedAccessException)
        {
            return Refuse(e.Message);
        }
        catch (Exception e) when (e is ArgumentException || e is IndexOutOfRangeException || e is OverflowException)
        {
            return Refuse("has tables that lead out of it, so it is not TorchSharp's");
        }
    }

    private bool Refuse(string reason)
    {
        Log.LogError(null, "CODESIGN003", null, Library, 0, 0, 0, 0, "{0} {1}", Library, reason);
        return false;
    }

    // netstandard, which tasks are compiled against, makes no links.
    private bool Link()
    {
        using (var ln = System.Diagnostics.Process.Start("/bin/ln", "-sfn \"" + Library + "\" \"" + Output + "\""))
        {
            ln.WaitForExit();
            return ln.ExitCode == 0 || Refuse("cannot be linked to " + Output);
        }
    }

    // Places of the flags of versions that the system lacks and that only the marker needs.
    private List<int> FlagsToWeaken(byte[] image)
    {
        if (image.Length < 64 || BitConverter.ToUInt32(image, 0) != 0x464C457F || image[4] != 2 || image[5] != 1)
        {
            throw new InvalidDataException("is not a 64-bit little-endian ELF library, so it is not TorchSharp's");
        }

        string system = Encoding.ASCII.GetString(SystemVersions());
        Section[] sections = Sections(image);
        Section needs = Find(sections, 0x6ffffffe, "the versions it needs");
        var places = new List<int>();
        int entry = needs.Offset;
        for (int i = 0; i < needs.Info; i++)
        {
            int auxiliary = entry + BitConverter.ToInt32(image, entry + 8);
            for (int j = 0; j < BitConverter.ToUInt16(image, entry + 2); j++)
            {
                string version = Text(image, sections[needs.Link].Offset + BitConverter.ToInt32(image, auxiliary + 8));
                if (version.StartsWith(Family, StringComparison.Ordinal)
                    && system.IndexOf(version + "\0", StringComparison.Ordinal) < 0)
                {
                    string other = UserBesidesMarker(image, sections, BitConverter.ToUInt16(image, auxiliary + 6));
                    if (other == null)
                    {
                        places.Add(auxiliary + 4);
                    }
                    else if (system.Length > 0)
                    {
                        throw new InvalidDataException("needs " + other + " of " + version + ", which the libstdc++ of this system "
                            + "lacks; install a newer libstdc++6, or use the version of TorchSharp that Directory.Packages.props names");
                    }
                }

                auxiliary += BitConverter.ToInt32(image, auxiliary + 12);
            }

            entry += BitConverter.ToInt32(image, entry + 12);
        }

        return places;
    }

    // A symbol of a version that is really used; null if the marker alone has it and nothing refers to that.
    private static string UserBesidesMarker(byte[] image, Section[] sections, int index)
    {
        Section versions = Find(sections, 0x6fffffff, "symbol versions");
        Section symbols = sections[versions.Link];
        int[] users = Enumerable.Range(0, versions.Size / 2)
            .Where(s => (BitConverter.ToUInt16(image, versions.Offset + 2 * s) & 0x7fff) == index).ToArray();
        string[] names = users
            .Select(s => Text(image, sections[symbols.Link].Offset + BitConverter.ToInt32(image, symbols.Offset + 24 * s)))
            .Where(n => n != Marker).ToArray();
        bool relocated = sections.Where(s => s.Type == 4).Any(r => Enumerable.Range(0, r.Size / 24)
            .Any(k => users.Contains(BitConverter.ToInt32(image, r.Offset + 24 * k + 12))));
        return names.Length > 0 ? names[0] : relocated ? Marker : null;
    }

    // What the system's libstdc++ defines; nothing where it cannot be found: then what the marker alone needs is made weak.
    private byte[] SystemVersions()
    {
        string path = SystemLibrary;
        if (string.IsNullOrEmpty(path) && File.Exists("/proc/self/maps"))
        {
            path = File.ReadLines("/proc/self/maps").Where(l => l.Contains("/libstdc++.so.6"))
                .Select(l => l.Substring(l.IndexOf('/'))).FirstOrDefault();
        }

        return File.Exists(path) ? File.ReadAllBytes(path) : new byte[0];
    }

    private static Section[] Sections(byte[] image)
    {
        int table = checked((int)BitConverter.ToInt64(image, 0x28));
        int size = BitConverter.ToUInt16(image, 0x3A);
        return Enumerable.Range(0, BitConverter.ToUInt16(image, 0x3C)).Select(i => new Section(image, table + i * size)).ToArray();
    }

    private static Section Find(Section[] sections, uint type, string what)
    {
        return sections.FirstOrDefault(s => s.Type == type)
            ?? throw new InvalidDataException("has no table of " + what + ", so it is not TorchSharp's");
    }

    private static string Text(byte[] image, int offset)
    {
        return Encoding.ASCII.GetString(image, offset, Array.IndexOf(image, (byte)0, offset) - offset);
    }

    private sealed class Section
    {
        public Section(byte[] image, int header)
        {
            if (header + 64 > image.Length)
            {
                throw new InvalidDataException("is cut short");
            }

            Type = BitConverter.ToUInt32(image, header + 4);
            Offset = checked((int)BitConverter.ToInt64(image, header + 0x18));
            Size = checked((int)BitConverter.ToInt64(image, header + 0x20));
            Link = BitConverter.ToInt32(image, header + 0x28);
            Info = BitConverter.ToInt32(image, header + 0x2C);
        }

        public uint Type { get; }
        public int Offset { get; }
        public int Size { get; }
        public int Link { get; }
        public int Info { get; }
    }
}
